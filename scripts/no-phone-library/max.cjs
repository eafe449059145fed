// class-validator loads its phone library when it is loaded itself; only @IsPhoneNumber would call it.
exports.parsePhoneNumber = () => {
  throw new Error('@IsPhoneNumber is not available: the PhoneNumber scalar checks numbers');
};
