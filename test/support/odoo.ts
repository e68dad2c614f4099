import Fastify, { type FastifyInstance } from 'fastify';
import { z } from 'zod';

import { OdooModels, OdooProblem, type Row } from './odooModels';

const rpc = z.object({
	jsonrpc: z.literal('2.0'),
	id: z.number(),
	params: z.object({
		service: z.enum(['common', 'object']),
		method: z.string(),
		args: z.array(z.unknown()),
	}),
});
const USER_ID = 7;

interface Call {
	model: string;
	method: string;
	arguments: Row;
}

/** Names of the positional arguments that n8n sends by JSON-RPC; by JSON-2 it sends the names. */
const POSITIONS: Record<string, string[]> = {
	create: ['vals_list'],
	read: ['ids', 'fields'],
	search_read: ['domain', 'fields', 'offset', 'limit'],
	write: ['ids', 'vals'],
	unlink: ['ids'],
	fields_get: ['allfields', 'attributes'],
	default_get: ['fields_list'],
};

/**
 * Odoo's two interfaces for programs on loopback, as n8n's Odoo node calls them: `/jsonrpc` with user
 * and password, and `/json/2/…` with an API key. Fields that a model does not have are refused.
 */
export class Odoo {
	readonly db = 'stand-in';
	readonly username = 'integration@example.com';
	readonly password = 'odoo-password-0001';
	readonly apiKey = 'odoo-key-0001';
	readonly models = new OdooModels();
	/** Every call on a model that was let in. */
	readonly requests: Call[] = [];
	/** The status with which a call is answered instead of being done; by JSON-2 alone. */
	failing: ((call: Call) => number | undefined) | undefined;
	readonly #app: FastifyInstance = Fastify({ forceCloseConnections: true });
	#address = '';

	static async start(): Promise<Odoo> {
		const odoo = new Odoo();
		odoo.#addRoutes();
		odoo.#address = await odoo.#app.listen({ port: 0, host: '127.0.0.1' });
		return odoo;
	}

	get url(): string {
		return this.#address;
	}

	/** Does everything again that it is asked for. */
	obey(): void {
		this.failing = undefined;
	}

	async stop(): Promise<void> {
		await this.#app.close();
	}

	#addRoutes(): void {
		this.#app.post('/jsonrpc', (request) => {
			const { id, params } = rpc.parse(request.body);
			const head = { jsonrpc: '2.0', id };
			try {
				return { ...head, result: this.#remoteCall(params) };
			} catch (error) {
				const data = { name: 'odoo.exceptions', message: words(error) };
				return { ...head, error: { code: 200, message: 'Odoo Server Error', data } };
			}
		});
		this.#app.post('/json/2/:model/:method', (request, reply) => {
			const { authorization, 'x-odoo-database': db } = request.headers;
			if (authorization !== `bearer ${this.apiKey}` || db !== this.db) {
				return reply
					.code(401)
					.send({ name: 'werkzeug.exceptions.Unauthorized', message: 'Invalid apikey' });
			}
			const path = z.object({ model: z.string(), method: z.string() }).parse(request.params);
			try {
				const body = z.record(z.unknown()).parse(request.body);
				const status = this.failing?.({ ...path, arguments: body });
				if (status !== undefined) {
					const message = `Told to answer ${status} by the test.`;
					return reply.code(status).send({ name: 'odoo.exceptions', message });
				}
				return reply.send(JSON.stringify(this.#run(path.model, path.method, body)));
			} catch (error) {
				return reply.code(422).send({ name: 'odoo.exceptions', message: words(error) });
			}
		});
	}

	#remoteCall({ service, method, args }: z.infer<typeof rpc>['params']): unknown {
		if (service === 'common') {
			if (method === 'version') return { server_version: '17.0' };
			const right = [this.db, this.username, this.password];
			return right.every((value, index) => args[index] === value) ? USER_ID : false;
		}
		const [db, user, password, model, action, ...rest] = args;
		if (db !== this.db || user !== USER_ID || password !== this.password) {
			throw new OdooProblem('Access Denied');
		}
		const names = POSITIONS[String(action)] ?? [];
		const named = Object.fromEntries(rest.map((value, index) => [names[index] ?? '', value]));
		return this.#run(String(model), String(action), named);
	}

	#run(model: string, method: string, given: Row): unknown {
		this.requests.push({ model, method, arguments: given });
		return this.models.run(model, method, given);
	}
}

const words = (error: unknown): string =>
	error instanceof OdooProblem
		? error.message
		: `Odoo did not understand the call: ${String(error)}`;
