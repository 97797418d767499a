/**
 * Why storage refused. `storage-busy`, `storage-unreachable`: try again soon. `storage-full`, `storage-read-only`,
 * `storage-corrupt`, `storage-failed`: somebody must look after the machine. `storage-newer`: the database was made by
 * a newer server.
 */
export type StorageFault =
  | 'storage-busy'
  | 'storage-unreachable'
  | 'storage-full'
  | 'storage-read-only'
  | 'storage-corrupt'
  | 'storage-newer'
  | 'storage-failed';

/** Storage refused; nothing of what was asked is kept. */
export class StorageError extends Error {
  readonly code: StorageFault;

  constructor(code: StorageFault, cause?: unknown) {
    super(code, { cause });
    this.name = 'StorageError';
    this.code = code;
  }
}
