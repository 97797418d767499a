/**
 * Why a turn did not get through. `code` picks the words shown to the person; `detail` is the server's own
 * sentence, used for a code that has no words yet. The turn is not lost: sending the same input again repeats it.
 */
export class PortProblem extends Error {
  override readonly name = 'PortProblem';

  constructor(
    readonly code: string,
    readonly detail = '',
    options?: ErrorOptions,
  ) {
    super(detail || code, options);
  }
}
