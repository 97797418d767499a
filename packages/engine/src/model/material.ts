/** A paper, card or photo that an item may ask for (申请材料), described once for all items. */
export interface Material {
  readonly id: string;
  /** The full name, never ending in 等 or 证明材料. */
  readonly name: string;
  /** Other names people use: 户口本. */
  readonly aliases?: readonly string[];
  /** Who issues it: 公安机关. `本人` for what a person writes or brings. */
  readonly issuer: string;
  /** What to do without it, in one sentence. */
  readonly howToGet?: string;
  /** The service item that issues it, when this knowledge has it. */
  readonly issuedBy?: string;
  readonly photo?: PhotoSpec;
}

/** What a photo must look like. The stricter of two wins when a trip needs both. */
export interface PhotoSpec {
  /** 1 寸（25×35 毫米） */
  readonly size: string;
  readonly background?: string;
  readonly within?: string;
}
