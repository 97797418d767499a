import type { Reply } from '@onetrip/engine';
import type { HandoverCode, Port, Receipt, Standing } from '../src/port/port.ts';
import { ScriptedPort } from './scripted-port.ts';

/** The receipt of the sample notice. */
export const sampleReceipt: Receipt = {
  number: '482019355174',
  link: 'https://guide.example.gov.cn/n/AAAAAAAAAAAAAAAAAAAAAA',
};

/** A scripted port that can do what only a server can: keep the notice, hand over, go on. */
export class ServerPort extends ScriptedPort implements Port {
  receipt: Receipt | undefined = sampleReceipt;
  readonly wentOn: string[] = [];

  constructor(
    replies: (Reply | Error)[] = [],
    private readonly codes: (string | Error)[] = [],
  ) {
    super(replies);
  }

  handOver(): Promise<HandoverCode> {
    const code = this.codes.shift() ?? new RangeError('no code is left');
    return code instanceof Error ? Promise.reject(code) : Promise.resolve({ code });
  }

  goOn({ id, receipt }: Standing): void {
    this.wentOn.push(id);
    this.receipt = receipt;
  }
}
