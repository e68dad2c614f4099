import type { INodeProperties } from 'n8n-workflow';

import { byName } from '../../shared/basic/byName';
import { listed, setupNotice } from '../../shared/trigger/setupNotice';
import { pastedUrlPanel } from '../../shared/trigger/triggerPanel';
import { DETRACK_EVENTS } from '../event/events';
import { DETRACK_IP_ADDRESSES } from './verify';

/** Where the URL goes. It is not registered, as that would replace the account's only URL. */
export const detrackSetup = setupNotice(
	`${listed(
		'Open Webhook URLs above and copy the Production URL. Enter it in Detrack, under Settings → Webhook. Detrack has one address for the whole account: yours takes the place of any other.',
		'Tick the triggers there that you choose here under Events.',
		"Under Authentication there, enter the user name and password, or the header, of this node's credential. Save.",
		'Publish the workflow.',
	)}The Test URL belongs there only while you test in the editor.`,
	'first-mail/detrack.md',
);

/** Detrack's calls have no mark of a deletion (docs/vendors.md#detrack-triggers). */
export const deletedNotice: INodeProperties = {
	displayName:
		'Deleted starts the workflow only if it is the only trigger that is ticked in Detrack. Then add the option Only Trigger in Detrack below, and choose Deleted there as well.',
	name: 'deletedNotice',
	type: 'notice',
	default: '',
	displayOptions: {
		show: { events: ['deleted'] },
		hide: { '/options.onlyTrigger': ['deleted'] },
	},
};

/** Detrack has one URL for the whole account (docs/vendors.md#detrack-webhooks). */
export const detrackPanel = pastedUrlPanel(
	'Detrack',
	'enter it in Detrack in place of the other',
	'Put the other back afterwards: Detrack has one URL for the whole account.',
);

export const detrackOptions: INodeProperties = {
	displayName: 'Options',
	name: 'options',
	type: 'collection',
	placeholder: 'Add Option',
	default: {},
	options: [
		{
			displayName: 'Allowed IP Addresses',
			name: 'allowedIps',
			type: 'string',
			default: DETRACK_IP_ADDRESSES.join(', '),
			description:
				"Calls from elsewhere are refused. The suggested addresses are Detrack's own. Ranges such as 44.236.78.192/27 count as well. Separate several by commas. Behind a proxy, n8n's setting N8N_PROXY_HOPS must be right.",
		},
		{
			displayName: 'Only Trigger in Detrack',
			name: 'onlyTrigger',
			type: 'options',
			// Nothing by itself: publishing refuses the first one.
			options: [
				{ name: 'Choose…', value: '' },
				...byName(DETRACK_EVENTS.map(({ value, name }) => ({ value, name }))),
			],
			default: '',
			description:
				"If exactly one trigger is ticked in Detrack, choose it: every call then counts as this event. Detrack's calls do not name their trigger, so this is the only way to recognise Deleted.",
		},
		{
			displayName: 'Remove Empty Values',
			name: 'removeEmpty',
			type: 'boolean',
			default: false,
			displayOptions: { show: { '/output': ['deliveryEventWithOriginal', 'original'] } },
			description:
				'Whether to leave null, empty texts, lists and objects out of the original, which has more than 180 mostly empty keys',
		},
	],
};
