import { z } from 'zod';

import { fixture, grown, list, type Sample } from './sample';

const PHOTOS = 6;

const bodySchema = z
	.object({ token: z.string(), order_info: z.object({}).passthrough() })
	.passthrough();

/** A delivered job, and the same with line items and photos. */
const body = bodySchema.parse(fixture('radaro/04-job-status-delivered.json'));
const withLines = (lines: number) => ({
	...body,
	order_info: {
		...body.order_info,
		order_confirmation_photos: list(PHOTOS, photo),
		pick_up_confirmation_photos: list(PHOTOS, photo),
		cargoes: { skids: [], line_level_data: list(lines, line) },
	},
});

export const sample: Sample = {
	token: body.token,
	texts: [JSON.stringify(body), ...grown(withLines)],
	item: { provider: 'radaro', event: 'status_changed', status: 'delivered', jobId: '61204877' },
	onfleetItem: { topic: 'job.status_changed', event_type: 'updated' },
};

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
