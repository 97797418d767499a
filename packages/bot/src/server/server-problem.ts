/** A refusal of the server, by its stable code (RFC 9457). What was refused has changed nothing. */
export class ServerProblem extends Error {
  override readonly name = 'ServerProblem';

  constructor(readonly code: string) {
    super(code);
  }
}
