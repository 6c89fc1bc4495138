import { describe, expect, it } from 'vitest';
import { areSimilarNames, areSimilarValues } from '../../generator/drift/similar-names.js';

describe('names that are likely one name', () => {
  it.each([
    ['lamp_id', 'lampId'],
    ['LAMP-ID', 'lamp.id'],
    ['colour', 'color'],
    ['colour', 'colours'],
    ['colour', 'kolor'],
    ['serial_number', 'serial_no'],
    ['payer', 'payer_info'],
    ['payer_info', 'payer'],
    ['lampOwner', 'lamp_holder_owner'],
    ['order_amount', 'order_amt'],
    ['名称', '名_称'],
    ['info', 'information'],
    ['_serial_number', 'serial_no'],
  ])('%s and %s', (left, right) => {
    expect(areSimilarNames(left, right)).toBe(true);
    expect(areSimilarNames(right, left)).toBe(true);
  });

  it.each([
    ['lamp', 'lump'],
    ['lamp', 'lumps'],
    ['lamp_id', 'room_bulb_no'],
    ['order_lamp', 'lamp_order'],
    ['room_amber_cd', 'room_apple_cy'],
    ['lamp', 'lamps_of_room'],
    ['colour', 'shade'],
    ['begin_time', 'end_time'],
    ['name', 'number'],
    ['order_buyer', 'lamp_bulb'],
    ['room_lamp_colour', 'room_bulb_shade'],
    ['abcdef', 'abcxyz'],
    ['volts', 'amperes'],
    ['lamp_id', 'room_id_lamp_no'],
  ])('are not %s and %s', (left, right) => {
    expect(areSimilarNames(left, right)).toBe(false);
    expect(areSimilarNames(right, left)).toBe(false);
  });
});

describe('values that are likely one value', () => {
  it.each([
    ['LIGHT_BLUE', 'lightBlue'],
    ['RED', 'READ'],
    ['RED', 'RD'],
    ['ABCD', 'ABXY'],
    ['A', 'B'],
    ['CLOSED', 'CLOSE'],
  ])('%s and %s', (left, right) => {
    expect(areSimilarValues(left, right)).toBe(true);
  });

  it.each([
    ['RED', 'GREEN'],
    ['CLOSED', 'CLO'],
    ['ABCDE', 'ABXYZ'],
    ['ABC', 'CBAX'],
    ['SUCCESS', 'REFUND'],
  ])('are not %s and %s', (left, right) => {
    expect(areSimilarValues(left, right)).toBe(false);
  });
});
