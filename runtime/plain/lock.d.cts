/**
 * Runs `task` while holding the lock folder `folder`; a second process waits for the first.
 * A lock left behind by a process that no longer lives is taken over.
 * `onWait` is called once, with the holder's process id, when there is something to wait for.
 */
export function withLock<T>(
	folder: string,
	task: () => Promise<T>,
	onWait?: (pid: number) => void,
): Promise<T>;

/** Whether a process that lives holds the lock folder `folder`. */
export function isLocked(folder: string): Promise<boolean>;
