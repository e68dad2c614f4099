import { type Operation, operation } from '../../../shared/action/operation';
import { options, text } from '../../../shared/api/fields';
import { addressWithoutValues } from '../../../shared/api/withoutValues';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { PUBLIC_ADDRESS_VARIABLE } from '../../../shared/basic/publicAddress';
import { organizationLocator, organizationOf } from '../../api/locators';
import { WebhooksOf } from '../../api/webhookApi';
import { READYCLOUD_EVENTS } from '../../event/events';
import { presentWebhook, webhookSchema } from './webhookSchema';

export const createWebhook: Operation = operation({
	value: 'create',
	name: 'Create',
	action: 'Create webhook',
	description: 'Have ReadyCloud call an address when something happens',
	output: webhookSchema,
	properties: [
		organizationLocator,
		options('Event', 'entity', {
			default: 'orders',
			options: READYCLOUD_EVENTS.map(({ name, value, description }) => ({
				name,
				value,
				description,
			})),
			description: 'What ReadyCloud calls the address for',
		}),
		text('Address', 'remoteUrl', {
			required: true,
			placeholder: 'e.g. https://n8n.example.com/webhook/orders?entity=orders',
			description:
				'The https:// address that ReadyCloud calls by PUT. A ReadyCloud Trigger enters its own by itself.',
		}),
	],
	async run({ client }, { values }) {
		const organization = await organizationOf(client, values.organizationId);
		const remoteUrl = checkedAddress(values.remoteUrl.trim());
		const webhook = await new WebhooksOf(client, organization).create(values.entity, remoteUrl);
		return presentWebhook(webhook);
	},
});

/** ReadyCloud only calls HTTPS addresses (docs/vendors.md#readycloud-webhooks). */
function checkedAddress(address: string): string {
	if (URL.canParse(address) && new URL(address).protocol === 'https:') return address;
	throw new InvalidInput(
		address === ''
			? '"Address" is empty. Enter the https:// address that ReadyCloud is to call.'
			: `ReadyCloud only calls addresses that begin with https://, but "Address" is "${String(addressWithoutValues(address))}". If it is one of n8n's own, set n8n's ${PUBLIC_ADDRESS_VARIABLE} to its public https:// address, restart n8n and copy the address again.`,
	);
}
