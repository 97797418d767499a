/** What was sent to a fake server. */
export interface SentRequest {
  readonly method: string;
  readonly path: string;
  readonly body: Record<string, unknown>;
}

/** A server that plays answers in order: a response, or an error in place of a network that is down. */
export function fakeFetch(answers: (Response | Error)[]): { fetch: typeof fetch; sent: SentRequest[] } {
  const sent: SentRequest[] = [];
  const take = (input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> => {
    const body = typeof init.body === 'string' ? (JSON.parse(init.body) as Record<string, unknown>) : {};
    sent.push({ method: init.method ?? 'GET', path: input instanceof Request ? input.url : String(input), body });
    const answer = answers.shift();
    if (!answer) return Promise.reject(new RangeError('no answer is left'));
    return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
  };
  return { fetch: take, sent };
}

/** A JSON response. */
export function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } });
}

/** A problem as the server writes it. */
export function problem(code: string, status: number, detail = ''): Response {
  return json({ type: `urn:onetrip:problem:${code}`, title: code, status, code, detail }, status);
}
