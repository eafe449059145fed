// Runs before each test file of the MySQL lane.
process.env.TEST_ENGINE = 'mysql';
