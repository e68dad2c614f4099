import { setTimeout as sleep } from 'node:timers/promises';

import { callControl } from '../sandbox/play/call';
import { Player } from '../sandbox/play/player';
import { SCRIPTS } from '../sandbox/play/scripts';

/** Days that are played side by side, so that n8n has more than one event in hand. */
const SIDE_BY_SIDE = 3;
/** Of each of these days; then the next one begins. A day that was begun goes on to its end. */
const JOBS = 8;
const LOOK_MS = 50;

export interface RoadOptions {
	sandboxUrl: string;
	/** The same one gives the same jobs; of each eight of them it grows by one. */
	seed: number;
	/** Whether enough has happened; asked again and again until all has ended. */
	isOver(): boolean;
	signal?: AbortSignal;
}

/**
 * Lets things happen to jobs of all services until it is enough: one after the other at each service,
 * and each when the service has got its answers. Gives what was refused, in sentences.
 */
export async function drive({ sandboxUrl, seed, isOver, signal }: RoadOptions): Promise<string[]> {
	const all = Object.keys(SCRIPTS).map((name) => ({ name }));
	// RoutiGo's few drivers are enough for one day.
	const many = all.filter(({ name }) => SCRIPTS[name]?.atOnce === undefined);
	const problems: string[] = [];
	const days = Array.from({ length: SIDE_BY_SIDE }, async (_day, index) => {
		const vendors = index === 0 ? all : many;
		const player = new Player(
			vendors,
			async (path, body) => await callControl(sandboxUrl, path, body),
		);
		for (let next = seed + index; !isOver(); next += SIDE_BY_SIDE) {
			const progress = player.start({ jobs: JOBS, seed: next, pace: 0 });
			for (; progress.state === 'running' && !signal?.aborted; isOver()) await sleep(LOOK_MS);
			await player.stop();
			problems.push(...progress.problems);
		}
	});
	await Promise.all(days);
	return problems;
}
