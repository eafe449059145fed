/** A list of names as the object that `registerEnumType` wants. */
export const enumOf = <N extends string>(names: readonly N[]): { readonly [K in N]: K } =>
  Object.fromEntries(names.map((name) => [name, name])) as { [K in N]: K };
