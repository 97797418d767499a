/** What the log holds of a fault of ours: enough to find it, nothing a person said. */
export interface Fault {
  /** Also shown to the person, so that a clerk can find the fault. */
  readonly reference: string;
  readonly name: string;
  readonly code?: string;
  /** Where it happened, without the message: messages may quote what a person typed. */
  readonly frames: readonly string[];
}

const SHOWN_FRAMES = 12;

/** Describes a thrown error for the log. */
export function describeFault(error: Error, reference: string): Fault {
  const lines = error.stack?.split('\n') ?? [];
  const frames = lines.filter((line) => /^\s+at /.test(line)).map((line) => line.trim());
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  return { reference, name: error.name, ...code, frames: frames.slice(0, SHOWN_FRAMES) };
}
