import { mutationRun } from './mutation-run.mjs';

// Where a dialogue stands, where it goes, and when it stops asking.
export default mutationRun('dialogue', ['machine.ts', 'take-step.ts']);
