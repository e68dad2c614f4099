import type { Progress } from '../../../sandbox/play/progress';
import type { Bench, Dict } from '../support/bench';

/** Plays a day to its end; gives what came of it. */
export async function playDay(bench: Bench, options: Dict): Promise<Progress> {
	const reply = await bench.control('POST', 'play', options);
	if (reply.status !== 202) throw new Error(reply.text);
	return await dayEnds(bench);
}

/** Waits for the end of the day that is being played. */
export async function dayEnds(bench: Bench): Promise<Progress> {
	for (;;) {
		const { play } = (await bench.control('GET', 'play')).json<{ play: Progress }>();
		if (play.state !== 'running') return play;
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
}
