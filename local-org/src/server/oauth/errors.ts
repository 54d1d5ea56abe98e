/** Errors in OAuth's own shape. Source: Salesforce Help, "OAuth Authorization Errors". */
import type { ApiResponse } from '../api.ts';

export class OAuthError extends Error {
  readonly code: string;
  readonly status: number;
  constructor(code: string, description: string, status = 400) {
    super(description);
    this.code = code;
    this.status = status;
  }
}

export const oauthError = (error: OAuthError): ApiResponse => ({
  status: error.status,
  headers: { 'cache-control': 'no-store' },
  body: { error: error.code, error_description: error.message },
});
