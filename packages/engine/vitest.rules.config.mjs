import { mutationTests } from './mutation-run.mjs';

export default mutationTests('rules');
