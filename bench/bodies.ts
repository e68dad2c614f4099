import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { digestOfToken } from '../nodes/ReadyCloud/trigger/memory';
import { authorizationOf, deriveSecret, subscriptionToken } from '../nodes/Routigo/trigger/secret';
import { tagParameters } from '../nodes/Routigo/event/urlTags';
import { type Sender, WEBHOOK_URL } from './probes/context';

const SAMPLES = join(__dirname, '../test/fixtures');
const RADARO = 'radaro/04-job-status-delivered.json';
/** The one with all 181 keys, of which most are filled. */
const DETRACK = 'detrack/v2_completed.json';
const READYCLOUD = 'readycloud/orders-filled.json';
const LINES = 12;
const PHOTOS = 6;

const sampleSchema = z
	.object({ token: z.string(), order_info: z.object({}).passthrough() })
	.passthrough();

export interface Bodies {
	/** Whose bodies they are. */
	vendor: string;
	/** The secret that the calls carry, in the body or beside it. */
	token: string;
	/** What a call may take, in microseconds, where that was promised. */
	targetP99?: number;
	/** What its calls need besides. */
	sender?: Partial<Sender>;
	/** JSON as it is sent, small and large. */
	texts: string[];
}

/** A delivered job as Radaro's sample has it, and the same with line items and photos. */
export function radaroBodies(): Bodies {
	const sample = sampleSchema.parse(read(RADARO));
	const large = {
		...sample,
		order_info: {
			...sample.order_info,
			order_confirmation_photos: list(PHOTOS, photo),
			pick_up_confirmation_photos: list(PHOTOS, photo),
			cargoes: { skids: [], line_level_data: list(LINES, line) },
		},
	};
	return {
		vendor: 'Radaro',
		token: sample.token,
		targetP99: 50,
		texts: [sample, large].map((body) => JSON.stringify(body)),
	};
}

/** A completed job as Detrack's payload version 2 has it. */
export function detrackBodies(): Bodies {
	return {
		vendor: 'Detrack',
		token: 'correct-horse-battery-9',
		targetP99: 100,
		texts: [JSON.stringify(read(DETRACK))],
	};
}

const TAGS = { event: 'ASSIGNMENT_DONE', type: 'ASSIGNMENT' };

/** A finished assignment: RoutiGo documents no body, so it holds what its trigger looks for. */
export function routigoBodies(): Bodies {
	const token = 'regular-key-of-a-planner-1';
	const secret = deriveSecret(WEBHOOK_URL, token);
	const body = { id: 'a-1', identifier: '48213', endStatus: 'DELIVERED', remark: 'At the gate' };
	return {
		vendor: 'RoutiGo',
		token,
		sender: {
			headers: { authorization: authorizationOf(subscriptionToken(secret, TAGS)) },
			query: tagParameters(TAGS),
			credential: { authentication: 'apiKey', apiKey: token },
		},
		texts: [JSON.stringify(body)],
	};
}

/** An order as ReadyCloud's sample has it, with everything filled. */
export function readyCloudBodies(): Bodies {
	const token = 'correct-horse-battery-9';
	const tokenDigest = digestOfToken(token);
	return {
		vendor: 'ReadyCloud',
		token,
		sender: {
			headers: { auth: token },
			query: { entity: 'orders' },
			staticData: { webhooks: [{ id: '1', organization: 'K7p', tokenDigest }] },
		},
		texts: [JSON.stringify(read(READYCLOUD))],
	};
}

function read(sample: string): unknown {
	return JSON.parse(readFileSync(join(SAMPLES, sample), 'utf8'));
}

function list<Entry>(length: number, entry: (number: number) => Entry): Entry[] {
	return Array.from({ length }, (_, index) => entry(index + 1));
}

function photo(number: number) {
	const name = `https://files.example.com/radaro/photo-61204877-${number}`;
	return {
		id: 90_000 + number,
		image: `${name}.jpg`,
		thumb_image_100x100_field: `${name}-100.jpg`,
	};
}

/** As in test/fixtures/radaro/12-changed-line-level-data.partial.json. */
function line(number: number) {
	return {
		id: 7300 + number,
		line_id: number,
		code: `CHAIR-OAK-${number}`,
		description: `Oak dining chair, pair ${number}`,
		weight: { value: 18.5, unit: 'kg' },
		dimensions: { width: 52, height: 96.5, length: 61.25, unit: 'cm' },
		price: { value: '349.00', currency: 'AUD' },
		picked_up: true,
		delivered: number % 5 !== 0,
		picked_up_reason: { codes: [] },
		delivered_reason: number % 5 === 0 ? { codes: ['Damaged in transit'] } : null,
		bulk_quantity_picked_up: 2,
		bulk_quantity_delivered: number % 5 === 0 ? 1 : 2,
	};
}
