import lwcJest from '@salesforce/sfdx-lwc-jest/config.js';

export default {
  ...lwcJest.jestConfig,
  roots: ['<rootDir>/force-app'],
  setupFilesAfterEnv: [...lwcJest.jestConfig.setupFilesAfterEnv, '<rootDir>/jest.setup.js'],
};
