import { expect } from '@open-wc/testing';
import {
  adult,
  askAge,
  askHere,
  askReasonAgain,
  fee,
  greeting,
  lost,
  notice,
  notUnderstood,
  why,
} from '../../test/sample-replies.ts';
import { applyReply, openConversation, ownerOf } from './conversation.ts';
import type { Conversation } from './conversation.ts';

const say = { kind: 'say', text: '身份证丢了' } as const;
const answerAge = { kind: 'answer', question: 'age-band', value: 'adult' } as const;

const asked = applyReply(openConversation(greeting), say, askAge, say.text);
const answered = applyReply(asked, answerAge, askHere);
const concluded = applyReply(answered, { kind: 'unsure', question: 'household-here' }, notice);

const kinds = ({ entries }: Conversation) => entries.map(({ kind }) => kind);

describe('applyReply', () => {
  it('keeps what was said in the order it was said', () => {
    expect(kinds(concluded)).to.deep.equal(['guide', 'person', 'guide', 'answer', 'answer']);
  });

  it('changes nothing when the input could not be used', () => {
    expect(applyReply(answered, say, notUnderstood, say.text)).to.equal(answered);
  });

  it('opens an editor on `change` and leaves the standing question where it is', () => {
    const editing = applyReply(answered, { kind: 'change', question: lost.question }, askReasonAgain);
    expect(editing.editing?.question.id).to.equal('id-card-reason');
    expect(editing.editing?.chosen).to.equal('lost');
    expect(editing.standing).to.equal(answered.standing);
    expect(editing.entries).to.equal(answered.entries);
  });

  it('shows an answer given again where it was first given', () => {
    const again = applyReply(answered, answerAge, {
      ...askHere,
      answered: [lost, { ...adult, label: '不满 16 周岁' }],
    });
    expect(kinds(again)).to.deep.equal(kinds(answered));
    expect(ownerOf(again.entries, 'age-band')).to.equal(ownerOf(answered.entries, 'age-band'));
  });

  it('tells why beside the question, not in the talk', () => {
    const told = applyReply(asked, { kind: 'why', question: 'age-band' }, why);
    expect(told.because).to.deep.equal(['因为它决定您带不带居住证，去哪里办。']);
    expect(told.entries).to.equal(asked.entries);
    expect(applyReply(told, answerAge, askHere).because).to.deep.equal([]);
  });

  it('keeps the question standing when a side question is answered', () => {
    const told = applyReply(asked, { kind: 'say', text: '多少钱' }, fee, '多少钱');
    expect(told.standing).to.equal(asked.standing);
    expect(told.entries.at(-1)).to.deep.include({ kind: 'guide', sections: fee.sections });
  });

  it('puts the question that a first side question left standing', () => {
    const told = applyReply(openConversation(greeting), say, { ...fee, question: askAge.question }, say.text);
    expect(told.standing).to.deep.equal({ kind: 'ask', question: askAge.question });
  });

  it('folds the talk away above the notice and goes on below it', () => {
    expect(concluded.noticeAt).to.equal(concluded.entries.length);
    const told = applyReply(concluded, { kind: 'say', text: '多少钱' }, fee, '多少钱');
    expect(told.standing).to.equal(concluded.standing);
    expect(told.entries.slice(told.noticeAt).map(({ kind }) => kind)).to.deep.equal(['person', 'guide']);
  });

  it('replaces a notice in its place when an answer is changed', () => {
    const changed = { ...notice, difference: { added: ['居住证'], removed: [] } };
    const again = applyReply(concluded, answerAge, changed);
    expect(again.standing).to.equal(changed);
    expect(again.entries).to.equal(concluded.entries);
    expect(again.lead).to.deep.equal([]);
  });

  it('forgets everything on restart', () => {
    expect(applyReply(concluded, { kind: 'restart' }, greeting)).to.deep.equal(openConversation(greeting));
  });
});
