import {
	readyCloudPageSchema,
	readyCloudWebhookSchema,
} from '../../../../nodes/ReadyCloud/event/schema';
import { fixture } from '../../../support/fixtures';

describe('answers of the API', () => {
	it('reads the samples of a webhook and of a list', () => {
		const page = readyCloudPageSchema.parse(fixture('readycloud/webhook-list.json'));
		const [active, suspended] = page.results.map((row) => readyCloudWebhookSchema.parse(row));
		expect(active).toEqual(
			readyCloudWebhookSchema.parse(fixture('readycloud/webhook-resource.json')),
		);
		expect([active?.suspended_at, suspended?.suspended_at]).toEqual([null, '2024-05-02T01:02:03Z']);
		expect(page.next).toBeNull();
	});

	it('keeps keys that it does not know', () => {
		const webhook = fixture('readycloud/webhook-resource.json') as object;
		const newer = { ...webhook, brand_new: 1 };
		expect(readyCloudWebhookSchema.parse(newer)).toEqual(newer);
	});
});
