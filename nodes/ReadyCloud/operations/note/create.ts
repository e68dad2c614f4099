import type { IDataObject } from 'n8n-workflow';

import { attributesOf } from '../../../shared/action/attributes';
import { type Operation, operation } from '../../../shared/action/operation';
import { collection, text } from '../../../shared/api/fields';
import { InvalidInput } from '../../../shared/basic/invalidInput';
import { textOrNull } from '../../../shared/basic/values';
import { organizationLocator, organizationOf } from '../../api/locators';
import { partsPath } from '../../api/paths';
import { readable } from '../../api/withIdsAndMoney';
import { orderIdOf, orderLocator, orderNamed } from '../order/orderLocator';
import { requestObject } from '../requests';
import { noteSchema } from './noteSchema';

export const createNote: Operation = operation({
	value: 'create',
	name: 'Create',
	action: 'Create note',
	description: 'Write a note on one order',
	output: noteSchema,
	properties: [
		organizationLocator,
		orderLocator,
		text('Content', 'content', {
			typeOptions: { rows: 3 },
			required: true,
			description: 'The text of the note',
		}),
		collection('Additional Fields', 'additionalFields', {
			options: [
				text('Author Email', 'authorEmail', { placeholder: 'e.g. robin@example.com' }),
				text('Author Name', 'authorName'),
			],
		}),
	],
	async run({ client }, { values }) {
		const organization = await organizationOf(client, values.organizationId);
		const content = textOrNull(values.content);
		if (content === null) throw new InvalidInput('"Content" is empty. Enter the text of the note.');
		const { authorEmail: email, authorName: name } = values.additionalFields;
		const author = attributesOf({ email, name });
		const body = { content, ...(Object.keys(author).length > 0 ? { author } : {}) };
		const order = await orderIdOf(client, organization, values.order);
		const created = await requestObject(client, {
			method: 'POST',
			path: partsPath(organization, order, 'notes'),
			body,
			sent: body,
			wanted: orderNamed(client, organization, order),
			subject: 'this note',
			what: 'a note',
		});
		return readable(created) as IDataObject;
	},
});
