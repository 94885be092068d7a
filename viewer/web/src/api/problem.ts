import type { Incident } from './types';

/** An answer that is not a success: a problem document (RFC 9457), or no answer at all (`status` 0). */
export class Problem extends Error {
  constructor(
    /** HTTP status; 0 when the server could not be reached. */
    readonly status: number,
    /** The problem's name, such as `version_conflict`. */
    readonly code: string,
    readonly detail: string,
    /** The member of the request it is about. */
    readonly field: string | null = null,
    /** The incident as it stands, on `version_conflict`. */
    readonly current: Incident | null = null,
    /** The commands that are allowed, on `not_allowed`. */
    readonly allowed: string[] | null = null,
  ) {
    super(`${status} ${code} ${detail}`);
  }
}

/** Reads the problem document of a failed answer; an unreadable body still gives a problem. */
export async function readProblem(response: Response): Promise<Problem> {
  // What stands between here and the server may answer with a page of its own: its status is then all there is to tell.
  const body = (await response.json().catch(() => ({}))) as Record<string, unknown>;
  const text = (name: string): string => (typeof body[name] === 'string' ? (body[name] as string) : '');
  return new Problem(
    response.status,
    text('code') || `http_${response.status}`,
    text('detail') || text('title'),
    text('field') || null,
    (body['current'] as Incident | undefined) ?? null,
    Array.isArray(body['allowed']) ? (body['allowed'] as string[]) : null,
  );
}
