import crypto from 'node:crypto';

import { digestOfToken } from '../../nodes/ReadyCloud/trigger/memory';
import type { CallOptions } from '../support/webhookContext';
import { type Door, DOORS, knock, routigoProof } from './support/doors';

jest.mock('node:crypto', () => {
	const real = jest.requireActual<typeof crypto>('node:crypto');
	return { ...real, timingSafeEqual: jest.fn(real.timingSafeEqual) };
});

const SHA256_BYTES = 32;

const compare = jest.mocked(crypto.timingSafeEqual);
beforeEach(() => compare.mockClear());

/** How many bytes each comparison reads on either side, in the order in which they were made. */
function compared(): Array<[number, number]> {
	return compare.mock.calls.map(([one, other]) => [one.byteLength, other.byteLength]);
}

/** A trigger that knows three proofs; `candidates` is what each call must be compared with. */
interface Known {
	door: Door;
	proofs: string[];
	candidates: number;
	more?: object;
	credential?: CallOptions['credential'];
	query?: CallOptions['query'];
}

const KNOWN: Record<string, () => Known> = {
	Radaro() {
		const proofs = ['Qm7xZ2pLr9TvK4dWn0bYcA', 'A-second-token-of-a-portal', 'third'];
		return {
			door: DOORS.Radaro?.() as Door,
			proofs,
			candidates: 3,
			credential: { webhookTokens: proofs.join(', ') },
		};
	},
	Detrack() {
		// As it was entered and without the blanks around it, each in UTF-8 and in Latin-1. What comes is
		// compared as it is, and with its scheme in the usual spelling.
		const pairs = ['détrack:  horse 9 ', 'détrack:horse 9'];
		const basic = (bytes: Buffer) => `Basic ${bytes.toString('base64')}`;
		return {
			door: DOORS.Detrack?.() as Door,
			proofs: pairs.flatMap((pair) => [
				basic(Buffer.from(pair)),
				basic(Buffer.from(pair, 'latin1')),
			]),
			candidates: 8,
			credential: { authentication: 'basicAuth', username: 'détrack', password: '  horse 9 ' },
		};
	},
	RoutiGo() {
		const of = (event: string, type: string) => routigoProof('hook-1/routigo', { event, type });
		return {
			door: DOORS.RoutiGo?.() as Door,
			proofs: [of('TOUR_PLANNED', 'TOUR'), of('STOP_DONE', 'STOP'), of('ASSIGNMENT_DONE', 'TOUR')],
			// Ten events with four types each, where the address names none.
			candidates: 40,
			query: {},
		};
	},
	ReadyCloud() {
		const proofs = [
			'0f1e2d3c4b5a69788796a5b4c3d2e1',
			'1a2b3c4d5e6f708192a3b4c5d6e7f8',
			'x'.repeat(30),
		];
		const webhooks = proofs.map((token, place) => ({
			id: `webhook-${place}`,
			organization: 'K7p',
			tokenDigest: digestOfToken(token),
			entity: 'orders',
		}));
		return {
			door: DOORS.ReadyCloud?.() as Door,
			proofs,
			candidates: 3,
			more: { getWorkflowStaticData: () => ({ webhooks }) },
		};
	},
};

/** A proof that differs from a right one in one place. */
function wrongAt(proof: string, place: number): string {
	return `${proof.slice(0, place)}${proof[place] === 'z' ? 'y' : 'z'}${proof.slice(place + 1)}`;
}

async function comparedFor({ door, credential, query, more }: Known, proof: string) {
	compare.mockClear();
	const call = { ...door.prove(proof), ...(credential && { credential }), ...(query && { query }) };
	const { status } = await knock(door, call, more);
	return { status, compared: compared() };
}

describe.each(Object.entries(KNOWN))('%s', (name, makeKnown) => {
	const every = (count: number) =>
		Array.from({ length: count }, () => [SHA256_BYTES, SHA256_BYTES] as [number, number]);

	it('compares every candidate, whichever of them fits', async () => {
		const known = makeKnown();
		for (const proof of known.proofs) {
			expect(await comparedFor(known, proof)).toEqual({
				status: 200,
				compared: every(known.candidates),
			});
		}
	});

	it('compares every candidate, wherever the first wrong character stands', async () => {
		const known = makeKnown();
		const [proof = ''] = known.proofs;
		const from = proof.indexOf(' ') + 1;
		for (const place of [from, from + 1, Math.floor(proof.length / 2), proof.length - 3]) {
			const known = makeKnown();
			const tried = await comparedFor(known, wrongAt(proof, place));
			expect(tried.status).toBe(401);
			// ReadyCloud's tokens are read again, and then compared once more.
			const times = name === 'ReadyCloud' ? tried.compared.length / known.candidates : 1;
			expect(times).toBeLessThanOrEqual(2);
			expect(tried.compared).toEqual(every(known.candidates * times));
		}
	});

	it.each([1, 20, 60, 1000])('compares digests where %i characters come', async (length) => {
		const known = makeKnown();
		const scheme =
			known.proofs[0]?.split(' ')[1] === undefined ? '' : known.proofs[0].split(' ')[0];
		const { compared: made } = await comparedFor(
			known,
			`${scheme ?? ''} ${'a'.repeat(length)}`.trim(),
		);
		expect(made.slice(0, known.candidates)).toEqual(every(known.candidates));
	});
});
