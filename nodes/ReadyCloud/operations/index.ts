import type { ApiClient } from '../../shared/api/apiClient';
import type { Resource } from '../../shared/action/actions';
import { box } from './box';
import { contact } from './contact';
import { note } from './note';
import { order } from './order';
import { organization } from './organization';
import { tag } from './tag';
import { webhook } from './webhook';

/** Everything that the ReadyCloud node can do. */
export const READYCLOUD_RESOURCES: ReadonlyArray<Resource<ApiClient>> = [
	webhook,
	organization,
	order,
	box,
	note,
	tag,
	contact,
];
