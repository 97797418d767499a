import { PortProblem } from './port-problem.ts';

/**
 * The body of a response.
 *
 * @throws PortProblem when the server refused, or when what came is not from our server.
 */
export async function readAnswer<Body>(response: Response): Promise<Body> {
  if (!response.ok) throw await problemOf(response);
  try {
    return (await response.json()) as Body;
  } catch (cause) {
    throw new PortProblem('unreachable', '', { cause });
  }
}

/** Reads problem+json (RFC 9457). A gateway's HTML page has no code and counts as unreachable. */
export async function problemOf(response: Response): Promise<PortProblem> {
  try {
    const problem = (await response.json()) as { code?: unknown; detail?: unknown; title?: unknown };
    if (typeof problem.code !== 'string') return new PortProblem('unreachable');
    const detail = problem.detail ?? problem.title;
    return new PortProblem(problem.code, typeof detail === 'string' ? detail : '');
  } catch (cause) {
    return new PortProblem('unreachable', '', { cause });
  }
}
