/** The translating worker. */
import { parseToWorker } from './protocol';
import { Service } from './service';

const service = new Service((message) => self.postMessage(message));

self.onmessage = ({ data }) => service.hear(parseToWorker(data));
