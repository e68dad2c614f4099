import { errorCode } from './errorCode';
import { isLoopback } from './loopback';

/** The sandbox has no passwords, so it is never put on a network. */
export function assertLoopback(host: string): void {
	if (isLoopback(host)) return;
	throw new Error(
		`The sandbox listens only on this machine: use 127.0.0.1, ::1 or localhost instead of ${host}.`,
	);
}

/** Turns the system's code for a taken port into a sentence that says what to do. */
export function listenError(error: unknown, port: number, what: string): unknown {
	if (errorCode(error) === 'EADDRINUSE') {
		return new Error(
			`Port ${port} is taken, so the ${what} can't start: end the program that uses it, or choose another port (0 takes any free one).`,
			{ cause: error },
		);
	}
	return error;
}
