import type { IExecuteFunctions } from 'n8n-workflow';

import { timesOf } from '../../../../nodes/shared/api/requestOptions';
import { mock } from '../../../support/mock';

const times = (options?: object) =>
	timesOf(
		mock<IExecuteFunctions>({
			getNodeParameter: (_name: string, _item: number, fallback: unknown) => options ?? fallback,
		}),
	);

it.each<[object | undefined, number, number]>([
	[undefined, 60, 60],
	[{}, 60, 60],
	[{ timeout: 0.3, longestWait: 5 }, 0.3, 5],
	[{ timeout: '20', longestWait: '0' }, 20, 0],
	[{ timeout: 0, longestWait: -1 }, 60, 60],
	[{ timeout: 'long', longestWait: 'long' }, 60, 60],
	[{ timeout: null, longestWait: null }, 60, 60],
	[{ timeout: '', longestWait: ' ' }, 60, 60],
])('the options %j allow %p seconds for an answer and %p for waits', (options, timeout, wait) => {
	expect(times(options)).toEqual({ timeoutSeconds: timeout, longestWaitSeconds: wait });
});
