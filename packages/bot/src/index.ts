// One person's conversation in text messages, for any account.
export { createChat } from './chat/create-chat.ts';
export type { Chat, ChatOptions } from './chat/create-chat.ts';

// Many contacts at once.
export { createConversations } from './contacts/create-conversations.ts';
export type { AnyChat, Conversation, Conversations, ConversationsOptions } from './contacts/create-conversations.ts';

// A wechaty account that answers.
export { answerMessages } from './wechaty/answer-messages.ts';
export type { Answering, AnswerOptions } from './wechaty/answer-messages.ts';

// Consultations held on a server, so that they go on in another channel.
export { createServerChat } from './server/create-server-chat.ts';
export type { ServerChat, ServerChatOptions } from './server/create-server-chat.ts';
export { ServerCalls } from './server/server-calls.ts';
export type { ServerCallsOptions } from './server/server-calls.ts';
export { ServerProblem } from './server/server-problem.ts';
