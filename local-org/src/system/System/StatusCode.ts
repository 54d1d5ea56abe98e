/** `System.StatusCode`: every code the platform has. */
import names from './statusCodes.json' with { type: 'json' };
import { platformEnum } from '../define.ts';

export const statusCode = platformEnum('System.StatusCode', names.names.split(' '));
