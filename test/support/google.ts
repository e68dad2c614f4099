import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';

import type { GoogleQuota } from './googleQuota';
import { GoogleTokens } from './googleTokens';
import type { Intercept } from './intercept';
import { SheetsBook } from './sheetsBook';
import { type SheetsGrid, SheetsRefusal } from './sheetsGrid';

const PATH =
	/^\/sheets\/v4\/spreadsheets\/([^/:]+)(?:\/values(?:\/(.+?))?)?(?::(append|clear|batchUpdate))?$/;

const option = z.enum(['RAW', 'USER_ENTERED']);
const values = z.array(z.array(z.union([z.string(), z.number(), z.boolean(), z.null()])));
const writeBody = z.object({ range: z.string(), values });
const query = z.object({
	valueInputOption: option.default('RAW'),
	valueRenderOption: z
		.enum(['FORMATTED_VALUE', 'UNFORMATTED_VALUE', 'FORMULA'])
		.default('FORMATTED_VALUE'),
});
const batchWrite = z.object({ valueInputOption: option, data: z.array(writeBody) });

/** A spreadsheet as a user has prepared it. */
export interface Spreadsheet {
	/** What the Google Sheets node takes as *Document*. */
	documentId: Record<string, unknown>;
	/** What a person sees in the browser's address bar. */
	url: string;
	sheet: SheetsGrid;
	/** Rows as objects by heading, as a person sees them. */
	rows(): Array<Record<string, string>>;
}

/**
 * Google's token endpoint and Sheets on loopback, as far as n8n's Google Sheets node calls them. It
 * keeps rows the way Sheets does, so that a test reads back what a person would see.
 */
export class Google {
	readonly tokens = new GoogleTokens();
	readonly #books = new Map<string, SheetsBook>();
	/** Answers of Sheets that a test wants before the next good one, such as 429. */
	#failures: number[] = [];
	/** What a write is refused for, as Sheets refuses what it cannot read. */
	refusing: RegExp | undefined;
	/** Called with each request. */
	onAsked: (() => void) | undefined;
	/** Called when a write is done, before it is answered. */
	onWritten: (() => Promise<void>) | undefined;
	/** Calls that wrote rows. */
	writes = 0;
	/** How often it may be asked; without, as often as one likes. */
	quota: GoogleQuota | undefined;

	readonly #app: FastifyInstance;

	private constructor(
		app: FastifyInstance,
		readonly url: string,
	) {
		this.#app = app;
	}

	static async start(): Promise<Google> {
		const app = Fastify({ forceCloseConnections: true });
		app.addContentTypeParser(
			'application/x-www-form-urlencoded',
			{ parseAs: 'string' },
			(_request, body, done) => done(null, Object.fromEntries(new URLSearchParams(String(body)))),
		);
		const holder: { google?: Google } = {};
		const started = (): Google => {
			if (holder.google !== undefined) return holder.google;
			throw new Error('The stand-in for Google has not been started.');
		};
		app.post('/oauth2/token', (request, reply) => started().#token(request, reply));
		app.all('/sheets/*', (request, reply) => started().#sheets(request, reply));
		const google = new Google(app, await app.listen({ port: 0, host: '127.0.0.1' }));
		holder.google = google;
		return google;
	}

	/** Takes the place of Google's hosts. */
	standIn(intercept: Intercept): void {
		intercept.forward('sheets.googleapis.com', `${this.url}/sheets`);
		intercept.forward('oauth2.googleapis.com', `${this.url}/oauth2`);
	}

	/** Creates an empty spreadsheet, without sheets. */
	addBook(id: string): SheetsBook {
		const book = new SheetsBook();
		this.#books.set(id, book);
		return book;
	}

	/** Rows of a sheet as objects by heading, as a person sees them. */
	rows(bookId: string, title: string): Array<Record<string, string>> {
		const [heading = [], ...rows] = this.#book(bookId).read(`'${title}'`, 'FORMATTED_VALUE');
		return rows.map((row) =>
			Object.fromEntries(heading.map((name, index) => [String(name), String(row[index] ?? '')])),
		);
	}

	/** Creates a spreadsheet of one tab, its headings pasted into the first row. */
	spreadsheet(title: string, headings: string[] = []): Spreadsheet {
		const id = `spreadsheet-of-the-story-${this.#books.size + 1}`;
		const sheet = this.addBook(id).addSheet(title);
		if (headings.length > 0) sheet.paste([headings]);
		return {
			documentId: { __rl: true, mode: 'id', value: id },
			url: `https://docs.google.com/spreadsheets/d/${id}/edit`,
			sheet,
			rows: () => this.rows(id, title),
		};
	}

	/** What stands in all sheets, as a person sees it. */
	everything(): Array<Array<Array<string | number | boolean>>> {
		const sheets = [...this.#books.values()].flatMap((book) => book.sheets);
		return sheets.map((sheet) =>
			sheet.read({ sheet: sheet.title, top: 0, left: 0 }, 'FORMATTED_VALUE'),
		);
	}

	failNext(...statuses: number[]): void {
		this.#failures.push(...statuses);
	}

	/** Forgets what tests have wanted of it. */
	obey(): void {
		this.#failures = [];
		this.refusing = undefined;
		this.onAsked = undefined;
		this.onWritten = undefined;
		this.writes = 0;
		this.quota = undefined;
	}

	async stop(): Promise<void> {
		await this.#app.close();
	}

	#book(id: string): SheetsBook {
		const found = this.#books.get(id);
		if (!found) throw new Error(`There is no spreadsheet ${id}.`);
		return found;
	}

	#token(request: FastifyRequest, reply: FastifyReply): FastifyReply {
		const given = this.tokens.exchange(request.body);
		if (given) return reply.send(given);
		return reply.code(400).send({ error: 'invalid_grant', error_description: 'Bad Request' });
	}

	async #sheets(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
		const refuse = (code: number, status: string, message: string): FastifyReply =>
			reply.code(code).send({ error: { code, message, status } });
		if (!this.tokens.accepts(request.headers.authorization)) {
			return refuse(401, 'UNAUTHENTICATED', 'Request had invalid authentication credentials.');
		}
		this.onAsked?.();
		const failure = this.#failures.shift();
		if (failure !== undefined) return refuse(failure, 'UNAVAILABLE', 'Told to fail by the test.');
		if (this.quota?.allows() === false) {
			const what = `${request.method === 'GET' ? 'Read' : 'Write'} requests`;
			return refuse(429, 'RESOURCE_EXHAUSTED', `Quota exceeded for quota metric '${what}'.`);
		}
		const isWrite = request.method !== 'GET';
		if (isWrite && this.refusing?.test(JSON.stringify(request.body))) {
			return refuse(400, 'INVALID_ARGUMENT', 'Told to refuse this by the test.');
		}
		const [, id = '', range, action = ''] = PATH.exec(request.url.split('?')[0] ?? '') ?? [];
		const book = this.#books.get(id);
		if (!book) return refuse(404, 'NOT_FOUND', 'Requested entity was not found.');
		try {
			const call = `${request.method} ${action}`.trim();
			const place = range === undefined ? undefined : decodeURIComponent(range);
			const answer =
				place === undefined ? onBook(book, call, request) : onRange(book, call, place, request);
			if (isWrite) {
				this.writes++;
				await this.onWritten?.();
			}
			return await reply.send(answer);
		} catch (error) {
			if (error instanceof SheetsRefusal || error instanceof z.ZodError) {
				return refuse(400, 'INVALID_ARGUMENT', error.message);
			}
			throw error;
		}
	}
}

function onBook(book: SheetsBook, call: string, request: FastifyRequest): object {
	if (call === 'GET') return book.properties();
	if (call !== 'POST batchUpdate') throw new SheetsRefusal(`No such call: ${call}`);
	const written = batchWrite.safeParse(request.body);
	if (written.success) {
		const { data, valueInputOption } = written.data;
		for (const { range, values: rows } of data) book.write(range, rows, valueInputOption);
		return { totalUpdatedCells: data.length };
	}
	const { requests } = z.object({ requests: z.array(z.unknown()) }).parse(request.body);
	for (const change of requests) book.change(change);
	return { replies: requests.map(() => ({})) };
}

function onRange(book: SheetsBook, call: string, range: string, request: FastifyRequest): object {
	const { valueInputOption, valueRenderOption } = query.parse(request.query);
	if (call === 'GET') {
		const rows = book.read(range, valueRenderOption);
		return { range, majorDimension: 'ROWS', ...(rows.length > 0 ? { values: rows } : {}) };
	}
	if (call === 'POST clear') {
		book.clear(range);
		return { clearedRange: range };
	}
	const body = writeBody.parse(request.body);
	if (call === 'PUT') book.write(range, body.values, valueInputOption);
	else if (call === 'POST append') book.append(range, body.values, valueInputOption);
	else throw new SheetsRefusal(`No such call: ${call}`);
	return { updatedRange: range, updatedRows: body.values.length };
}
