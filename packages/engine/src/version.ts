/** Version of this engine, stated on every receipt: which code turned the rules into the notice. */
export const ENGINE_VERSION = '0.1.0';
