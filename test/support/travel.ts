/** The real time functions but for those that tell the time. */
const RUNNING = [
	'hrtime',
	'nextTick',
	'performance',
	'queueMicrotask',
	'setImmediate',
	'clearImmediate',
	'setInterval',
	'clearInterval',
	'setTimeout',
	'clearTimeout',
] as const;

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** Lets a test say what time it is; nothing that waits is touched. Undone after each test. */
export function useTravel(): (milliseconds: number) => void {
	afterEach(() => void jest.useRealTimers());
	return (milliseconds) => {
		const now = Date.now() + milliseconds;
		jest.useFakeTimers({ now, doNotFake: [...RUNNING], advanceTimers: true });
	};
}
