import type { FastifyInstance } from 'fastify';
import { z } from 'zod';

import { refuseForeign } from './core/guard';
import { webhookUrls } from './core/pastedWebhooks';
import { Problem } from './core/problem';
import { pathValue } from './core/query';
import { parseOrRefuse, Refusal } from './core/refusal';
import type { Mounted } from './core/vendor';
import { addN8nRoutes } from './n8nRoutes';
import { addPlayRoutes } from './play';
import { stateOf } from './state';
import type { World } from './world';

const againSchema = z.object({ url: webhookUrls.element.optional() }).strict();
const clockSchema = z.object({ advanceSeconds: z.number().nonnegative() }).strict();

/** The interface under `/control`, which the page and the tests use alike. */
export function addControlRoutes(app: FastifyInstance, world: World): void {
	const { clock, deliveries, sender, inbox, rows, vendors } = world;
	app.addHook('onRequest', refuseForeign);
	app.addHook('onResponse', async (request) => {
		if (request.method !== 'GET') world.changed();
	});
	app.setErrorHandler((error, _request, reply) => {
		const known = error instanceof Refusal || error instanceof Problem ? error.status : undefined;
		const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
		const fields = error instanceof Refusal ? error.fields : undefined;
		return reply.code(known ?? status).send({ error: sentenceOf(error), fields });
	});

	for (const vendor of [...vendors, world.erp]) {
		void app.register(async (scope) => vendor.control(scope), { prefix: `/${vendor.name}` });
	}
	addPlayRoutes(app, world.player);
	addN8nRoutes(app, world.n8n);
	app.get('/state', () => stateOf(world));
	const forgetAll = async (each: (part: Mounted) => void): Promise<void> => {
		sender.cancel();
		await world.player.forget();
		for (const part of [...vendors, world.erp]) each(part);
		for (const list of [deliveries, inbox, world.log]) list.clear();
		world.n8n?.forget();
	};
	app.post('/forget', async (_request, reply) => {
		await forgetAll((part) => part.forget());
		return reply.code(204).send();
	});
	app.post('/reset', async (_request, reply) => {
		clock.setOffset(0);
		sender.endTesting();
		await forgetAll((part) => part.reset());
		return reply.code(204).send();
	});
	app.post('/clock', async (request) => {
		clock.advance(parseOrRefuse(clockSchema, request.body).advanceSeconds);
		// Retries that have become due start only after this turn of the event loop.
		await new Promise((resolve) => setImmediate(resolve));
		await sender.settle();
		return { now: clock.now().toISOString() };
	});
	app.post('/settle', async (_request, reply) => {
		await sender.settle();
		return reply.code(204).send();
	});
	app.get('/rows', () => rows.current());
	app.get('/deliveries/:id', (request) => {
		const id = pathValue(request, 'id');
		const delivery = deliveries.byId(Number(id));
		if (!delivery) throw new Refusal(404, `There is no delivery ${id} any more.`);
		return delivery;
	});
	app.post('/deliveries/:id/send', async (request) => {
		const { url } = parseOrRefuse(againSchema, request.body ?? {});
		const delivery = await sender.sendAgain(Number(pathValue(request, 'id')), url);
		if (delivery) return { deliveries: [delivery] };
		const why = 'the sandbox was started again, or has sent a thousand others since';
		throw new Refusal(404, `This event can't be sent again, because ${why}.`);
	});
	app.get('/inbox/:mail/attachments/:index', (request, reply) => {
		const [mail = 0, index = 0] = ['mail', 'index'].map((name) => Number(pathValue(request, name)));
		const content = inbox.attachment(mail, index);
		if (!content) throw new Refusal(404, `Mail ${mail} has no attachment ${index}.`);
		return reply.type('application/octet-stream').send(content);
	});
	const lists = [
		['/deliveries', deliveries],
		['/inbox', inbox],
	] as const;
	for (const [path, list] of lists) {
		app.get(path, () => list.all());
		app.delete(path, (_request, reply) => {
			list.clear();
			return reply.code(204).send();
		});
	}
}

function sentenceOf(error: unknown): string {
	if (error instanceof Problem) return error.sentence;
	return error instanceof Error ? error.message : String(error);
}
