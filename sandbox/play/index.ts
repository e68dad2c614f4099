import { randomInt } from 'node:crypto';

import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { parseOrRefuse } from '../core/refusal';
import type { Player } from './player';

const playSchema = z
	.object({
		jobs: z.number().int().min(1).max(1000).default(12),
		/** The same seed gives the same day; one out of the air if none is given. */
		seed: z.number().int().min(0).max(999_999).optional(),
		pace: z.number().int().min(0).max(60_000).default(0),
	})
	.strict();

/** `/control/play`: begins a day, tells how far it is, ends it. */
export function addPlayRoutes(app: FastifyInstance, player: Player): void {
	app.get('/play', () => ({ play: player.progress() }));
	app.post('/play', (request, reply) => {
		const { jobs, seed, pace } = parseOrRefuse(playSchema, request.body ?? {});
		const play = player.start({ jobs, seed: seed ?? randomInt(100_000, 1_000_000), pace });
		return reply.code(202).send({ play });
	});
	app.delete('/play', async () => {
		await player.stop();
		return { play: player.progress() };
	});
}
