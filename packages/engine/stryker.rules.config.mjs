import { mutationRun } from './mutation-run.mjs';

export default mutationRun('rules', ['**/*.ts']);
