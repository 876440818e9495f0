// Evaluates the detector of @vladmandic/human 3.3.6 with TensorFlow.js itself, on the picture of XorPicture.cs, and prints numbers of its
// outputs for CenterNetImportTests to compare with. Not part of the build; made centernet-256.json so:
//   npm install @tensorflow/tfjs-core@4.22.0 @tensorflow/tfjs-converter@4.22.0 @tensorflow/tfjs-backend-cpu@4.22.0
//   node evaluate.mjs FOLDER_OF_THE_UNPACKED_PACKAGE 256 > centernet-256.json
// With a third argument, a file of size × size × 3 float32 (RGB, 0 to 255), both outputs are written beside it in full.
import fs from 'node:fs';
import * as tf from '@tensorflow/tfjs-core';
import { loadGraphModel } from '@tensorflow/tfjs-converter';
import '@tensorflow/tfjs-backend-cpu';

const [folder, sizeText, picture] = process.argv.slice(2);
const size = Number(sizeText);
const json = JSON.parse(fs.readFileSync(`${folder}/models/centernet.json`));
const weights = new Uint8Array(fs.readFileSync(`${folder}/models/centernet.bin`));
const specs = json.weightsManifest.flatMap((group) => group.weights);

// The graph was made for 512 × 512, checks that, and resizes to sizes that it holds as constants.
const view = new DataView(weights.buffer, weights.byteOffset);
let at = 0;
for (const spec of specs) {
  const count = spec.shape.reduce((product, axis) => product * axis, 1);
  if (/up_sampling2d\w*\/mul$/.test(spec.name)) {
    for (let i = 0; i < 2; i++) view.setInt32(at + 4 * i, (view.getInt32(at + 4 * i, true) * size) / 512, true);
  }
  at += count * (spec.quantization?.dtype === 'float16' ? 2 : 4);
}

for (const shape of [json.signature.inputs['tower_0/images'].tensorShape, json.modelTopology.node.find((node) => node.op === 'Placeholder').attr.shape.shape]) {
  shape.dim[1].size = shape.dim[2].size = String(size);
}

const handler = { load: async () => ({ modelTopology: json.modelTopology, weightSpecs: specs, weightData: weights.slice().buffer, format: json.format, signature: json.signature }) };
const model = await loadGraphModel(handler);
const values = picture
  ? new Float32Array(new Uint8Array(fs.readFileSync(picture)).buffer)
  : Float32Array.from({ length: size * size * 3 }, (_, i) => {
      const [x, y, channel] = [Math.floor(i / 3) % size, Math.floor(i / 3 / size), i % 3];
      return (3 * x + 5 * y + (x ^ y) * (channel + 1)) & 255;
    });
const answers = model.execute(tf.tensor4d(values, [1, size, size, 3]), ['tower_0/keypoints', 'tower_0/wh']);
const result = {};
for (const [name, tensor] of [['heatmap', answers[0]], ['size', answers[1]]]) {
  const numbers = await tensor.data();
  if (picture) fs.writeFileSync(`${picture}.${name}`, new Uint8Array(numbers.buffer));
  const every = name === 'size' ? 97 : 997;
  result[name] = { shape: tensor.shape.slice(1), every, numbers: Array.from(numbers).filter((_, i) => i % every === 0) };
}
console.log(JSON.stringify(result));
