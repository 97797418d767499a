import { noticeText } from '@onetrip/engine';
import type { Notice } from '@onetrip/engine';
import { afterAll, describe, expect, it } from 'vitest';
import { checkFinal, checkStep } from './support/check-final.ts';
import { demoEngine } from './support/demo-engine.ts';
import { botPlayer } from './support/play-bot.ts';
import { playEngine } from './support/play-engine.ts';
import { httpPlayer } from './support/play-http.ts';
import { widgetPlayer } from './support/play-widget.ts';
import type { Player } from './support/player.ts';
import { readTranscripts } from './support/read-transcripts.ts';
import { withoutNumber } from './support/without-number.ts';

const engine = demoEngine();
const players: readonly Player[] = [
  httpPlayer(engine),
  await botPlayer(engine),
  await widgetPlayer(engine, '/'),
  await widgetPlayer(engine, '/offline'),
];

afterAll(async () => {
  for (const player of players) await player.close();
});

for (const transcript of readTranscripts()) {
  describe(`${transcript.title} (${transcript.file})`, () => {
    const { moves, last, consultation } = playEngine(engine, transcript);
    const notice: Notice | undefined = last.kind === 'notice' ? last.notice : undefined;

    it('goes as it is written, and ends as it is written', () => {
      for (const move of moves) checkStep(move.after, move.expect);
      checkFinal(last, transcript.final, engine.knowledge);
      if (notice !== undefined) expect(withoutNumber(engine.writeNotice(consultation))).toEqual(withoutNumber(notice));
    });

    it.each(players)('is the same through $name', async (player) => {
      const performance = await player.open(transcript);
      for (const move of moves) await performance.take(move);
      const ending = await performance.ending();
      await performance.close();
      if (notice === undefined) return;
      if (ending.notice !== undefined) expect(withoutNumber(ending.notice)).toEqual(withoutNumber(notice));
      else expect(withoutBlankLines(ending.text ?? '')).toContain(withoutBlankLines(noticeText(notice)));
    });
  });
}

/** A text that was cut loses the blank lines at the cuts, and nothing else. */
function withoutBlankLines(text: string): string {
  return text.replace(/\n+/gu, '\n');
}
