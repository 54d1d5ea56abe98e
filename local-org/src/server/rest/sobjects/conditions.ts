/** Conditional requests: `If-Modified-Since` and `If-Unmodified-Since`. Source: REST API Developer Guide, "Conditional Requests". */
import type { ApiResponse } from '../../api.ts';
import type { DataCall } from '../dataRoute.ts';

export const PRECONDITION_FAILED: ApiResponse = { status: 412, body: null };

/** 304 where nothing is newer than the client's copy; null: answer in full. HTTP dates know whole seconds only. */
export function changedSince(call: DataCall, modifiedAt: number): ApiResponse | null {
  const since = Date.parse(call.request.headers['if-modified-since'] ?? '');
  return !Number.isNaN(since) && Math.floor(modifiedAt / 1000) * 1000 <= since ? { status: 304, body: null } : null;
}

export function isPreconditionMet(call: DataCall, modifiedAt: number): boolean {
  const since = Date.parse(call.request.headers['if-unmodified-since'] ?? '');
  return Number.isNaN(since) || Math.floor(modifiedAt / 1000) * 1000 <= since;
}
