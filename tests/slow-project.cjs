/* Projects that start servers, Azurite or a browser get a minute for each test instead of five seconds. */
jest.setTimeout(60_000);
