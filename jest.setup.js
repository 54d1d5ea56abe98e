import { setup } from '@sa11y/jest';

// Adds the matcher toBeAccessible. What it sees of base components are empty stubs: it proves our own markup only.
setup();

// A component that stays in the document would be found by the next test, and would still listen.
afterEach(() => {
  document.body.replaceChildren();
  jest.clearAllMocks();
});
