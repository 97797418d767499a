// One person's conversation in text messages, for any account.
export { createChat } from './chat/create-chat.ts';
export type { Chat, ChatOptions } from './chat/create-chat.ts';

// Many contacts at once.
export { createConversations } from './contacts/create-conversations.ts';
export type { Conversation, Conversations, ConversationsOptions } from './contacts/create-conversations.ts';

// A wechaty account that answers.
export { answerMessages } from './wechaty/answer-messages.ts';
export type { Answering, AnswerOptions } from './wechaty/answer-messages.ts';
