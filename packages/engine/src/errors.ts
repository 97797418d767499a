/** A mistake of the program that uses the engine, never of the person who talks to it. */
export class EngineError extends Error {
  /** Stable kebab-case code. */
  readonly code: 'wrong-knowledge' | 'bad-today';

  constructor(code: EngineError['code'], message: string) {
    super(message);
    this.name = 'EngineError';
    this.code = code;
  }
}
