import type { Stage } from '../../support/stage';

/** What was sent to Radaro to make jobs: the body of each request. */
export async function sentToRadaro(stage: Stage): Promise<unknown[]> {
	const requests = await stage.story.control<Array<{ method: string; body: unknown }>>(
		'GET',
		'radaro/requests',
	);
	return requests.filter(({ method }) => method === 'POST').map(({ body }) => body);
}

/** How many jobs all services have, where only Radaro has any. */
export async function jobCount(stage: Stage): Promise<number> {
	const { counts } = await stage.story.control<{ counts: { jobs: number } }>('GET', 'state');
	return counts.jobs;
}
