/** Why a knowledge was not taken; the one before serves on. */
export type KnowledgeFaultCode =
  /** Nothing was published for this region. */
  | 'catalogue-empty'
  /** There is no such file. */
  | 'knowledge-not-found'
  | 'knowledge-too-large'
  | 'not-a-knowledge-file'
  /** Its content does not give its version: it was changed after it was compiled, or did not arrive whole. */
  | 'knowledge-changed'
  /** Signatures are asked for, and it has none. */
  | 'knowledge-unsigned'
  /** Nobody who may sign has signed exactly this. */
  | 'signature-wrong'
  /** It is for another region than the one that is served. */
  | 'other-region'
  /** No engine can be made of it. */
  | 'knowledge-unusable'
  /** A consultation over one of its items does not end in a notice. */
  | 'item-breaks';

/** What is wrong with a knowledge. */
export interface KnowledgeFault {
  readonly code: KnowledgeFaultCode;
  /** What it concerns: the path, the version or the item. */
  readonly detail: string;
}
