import { fileURLToPath } from 'node:url';

/** The repository's own folder, wherever it was cloned to. */
export const repository = fileURLToPath(new URL('../..', import.meta.url));

/** The knowledge that is delivered with the product. */
export const knowledgeFolder = fileURLToPath(new URL('../../knowledge', import.meta.url));
