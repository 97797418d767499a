/** Lets through who waits while it is open; what they get is the address of the server behind it. */
export class Gate {
  #open: Promise<string>;
  #let: (address: string) => void = () => undefined;

  constructor() {
    this.#open = this.#wait();
  }

  pass(): Promise<string> {
    return this.#open;
  }

  open(address: string): void {
    this.#let(address);
  }

  close(): void {
    this.#open = this.#wait();
  }

  #wait(): Promise<string> {
    return new Promise((resolve) => (this.#let = resolve));
  }
}
