// The elements. Importing this defines nothing; `define.ts` does.
export { GuideComponent } from './guide/guide.component.ts';
export { DeskComponent } from './desk/desk.component.ts';
export type { OnetripEvents } from './guide/guide-events.ts';

// Where the engine runs: behind HTTP, in the page, or somewhere of the page's own.
export type { HandoverCode, Port, PortOptions, Receipt, Standing } from './port/port.ts';
export type { Clerk, Staff } from './port/staff.ts';
export { HttpPort } from './port/http-port.ts';
export type { HttpPortOptions } from './port/http-port.ts';
export { LocalPort } from './port/local-port.ts';
export { PortProblem } from './port/port-problem.ts';

// The words, for a page that wants to say the same.
export type { Words } from './text/words.ts';
export { wordsFor } from './text/words-for.ts';
