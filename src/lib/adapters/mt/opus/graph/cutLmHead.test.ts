import { expect, test } from 'vitest';
import { Graph, onnxFile } from '../../../../../../tests/models/onnx/graph';
import { decoderFile } from '../../../../../../tests/models/marian/decoder';
import { beginWeights, uniform } from '../../../../../../tests/models/marian/weights';
import { cutHead } from './cutLmHead';
import { readGraph } from './graph';
import { fields } from './protobuf';

const rows = Int8Array.of(1, 2, 3, 4, 5, 6);

interface Made {
	/** The layout of the table: [vocabulary, width] behind a Transpose, or [width, vocabulary]. */
	readonly table: 'rows' | 'columns';
	readonly activation?: string;
}

/** Adds an output layer of 3 tokens and width 2 to a graph: `x` → `scores`. */
function addHead(graph: Graph, { table, activation = 'Cast' }: Made): void {
	const dims = table === 'rows' ? [3, 2] : [2, 3];
	const kept = table === 'rows' ? rows : Int8Array.of(1, 3, 5, 2, 4, 6);
	const root = graph;
	root.constant('w', 'int8', dims, kept);
	root.constant('zero', 'int8', [], Int8Array.of(0));
	root.constant('scale', 'float', [], Float32Array.of(0.5));
	root.constant('bias', 'float', [3], Float32Array.of(7, 8, 9));
	root.nodeOf('DynamicQuantizeLinear', ['x'], ['q', 'qs', 'qz']);
	const w = table === 'rows' ? root.node('Transpose', ['w'], { perm: [1, 0] }) : 'w';
	const sums = root.node('MatMulInteger', ['q', w, 'qz', 'zero']);
	const floats = root.node(activation, [sums], { to: 1 });
	const product = root.node('Mul', [floats, root.node('Mul', ['qs', 'scale'])]);
	root.node('Add', ['bias', product], {}, 'scores');
	root.output('scores', 'float', ['batch', 1, 3]);
}

function simple(made: Made): Uint8Array {
	const graph = new Graph('decoder');
	graph.input('x', 'float', ['batch', 1, 2]);
	addHead(graph, made);
	graph.node('Identity', ['scores'], {}, 'logits');
	graph.output('logits', 'float', ['batch', 1, 3]);
	return onnxFile(graph);
}

const graphOf = (file: Uint8Array) =>
	readGraph(fields(file).find(({ number }) => number === 7)?.value ?? new Uint8Array());

test('an output layer is removed in either layout of its table', () => {
	for (const table of ['rows', 'columns'] as const) {
		const cut = cutHead(simple({ table }));
		expect(cut?.head).toMatchObject({
			...{ inputs: 2, outputs: 3, isRows: table === 'rows' },
			scales: new Float32Array(3).fill(0.5),
			zeros: new Int32Array(3),
			bias: Float32Array.of(7, 8, 9)
		});
	}
});

test('the cut graph outputs the vectors under the same name', () => {
	const graph = new Graph('decoder');
	graph.input('x', 'float', ['batch', 1, 2]);
	addHead(graph, { table: 'rows' });
	const file = onnxFile(graph);
	const left = graphOf(cutHead(file, 'scores')?.decoder ?? file);
	expect(left.nodes.map(({ op, inputs, outputs }) => [op, inputs, outputs])).toEqual([
		['Identity', ['x'], ['scores']]
	]);
	expect(left.outputs).toEqual(['scores']);
});

test('a decoder that is merged in an If is cut in both of its branches', () => {
	const [root, first, later] = ['decoder', 'first', 'later'].map((name) => new Graph(name));
	if (!root || !first || !later) throw new Error('no graphs');
	root.input('x', 'float', ['batch', 1, 2]);
	root.input('use_cache_branch', 'bool', [1]);
	for (const branch of [first, later]) addHead(branch, { table: 'rows' });
	root.node('If', ['use_cache_branch'], { then_branch: later, else_branch: first }, 'logits');
	root.output('logits', 'float', ['batch', 1, 3]);
	const cut = cutHead(onnxFile(root));
	const [choice] = graphOf(cut?.decoder ?? new Uint8Array()).nodes;
	expect(choice?.branches.map(({ nodes }) => nodes.map(({ op }) => op))).toEqual([
		['Identity'],
		['Identity']
	]);
	expect([...(cut?.head.constant.bytes ?? [])]).toEqual([...rows]);
});

test('a graph with an unknown end is left unchanged', () => {
	expect(cutHead(simple({ table: 'rows', activation: 'Neg' }))).toBe(null);
	expect(cutHead(simple({ table: 'rows' }), 'nothing')).toBe(null);
	expect(() => cutHead(simple({ table: 'rows' }).slice(0, -9))).toThrow('cut off');
});

test('a Marian decoder of ours loses its output layer and nothing else', () => {
	const shape = { width: 16, heads: 2, inner: 8, layers: 1, vocabulary: 20, positions: 8 };
	const file = decoderFile(shape, beginWeights(shape, uniform(1)));
	const before = graphOf(file);
	const after = graphOf(cutHead(file)?.decoder ?? file);
	const count = (op: string, { nodes }: typeof before) =>
		nodes.filter((node) => node.op === op).length;
	expect(after.outputs).toEqual(before.outputs);
	expect(count('MatMulInteger', before) - count('MatMulInteger', after)).toBe(1);
	expect(count('LayerNormalization', after)).toBe(count('LayerNormalization', before));
});
