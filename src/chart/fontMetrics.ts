// Written by .config/fontMetrics.ts from src/assets/fonts/inter.woff2. Do not edit.

/** Widths below are in 1/512 em. */
export const unitsPerEm = 512;

/** How far each weight lies between the widths of 400 and those of 700. */
export const shares = {400: 0, 450: 0.171, 550: 0.501, 600: 0.667, 650: 0.837, 700: 1} as const;

// prettier-ignore
export const characters = " !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~ ¡¢£¤¥¦§¨©ª«¬®¯°±²³´µ¶·¸¹º»¼½¾¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿĀāĂăĄąĆćĈĉĊċČčĎďĐđĒēĔĕĖėĘęĚěĜĝĞğĠġĢģĤĥĦħĨĩĪīĬĭĮįİıĲĳĴĵĶķĸĹĺĻļĽľĿŀŁłŃńŅņŇňŊŋŌōŎŏŐőŒœŔŕŖŗŘřŚśŜŝŞşŠšŢţŤťŦŧŨũŪūŬŭŮůŰűŲųŴŵŶŷŸŹźŻżŽžſʼ̀́̂̃̄̈ –—‘’‚“”„†•… ′″‹›€™←↑→↓↩↪↺−√∞≈≠≤≥▲▶▼●￿";

/** Advance widths at weight 400 and 700, two digits in base 36 a character, in the order above. */
// prettier-ignore
export const regular = "40446n9195dz964a5757759f446k445598989898989898989898444b9f9f9f7adr9u9baeaa8k8famal3u859k82cvaqaw93aw969597al9ue19q9o8y5755576q6i4m808q858q8b5a8q8f3g3g7t3gch8f8j8q8q5d7j4o8f80bn7s807v634r639f4044858pab7u3v838fd06h8b9f9h6t6i9f6b6d4m8c8l443u4c6v8bbfc2ck7a9u9u9u9u9u9ue5ae8k8k8k8k3u3u3u3uahaqawawawawaw9fawalalalal9o928s808080808080d2858b8b8b8b3g3g3g3g8b8f8j8j8j8j8j9f8j8f8f8f8f808q809u809u809u80ae85ae85ae85ae85aaa4ah8q8k8b8k8b8k8b8k8b8k8bam8qam8qam8qam8qal8fb28f3u3g3u3g3u3g3u3g3u3gby6w853g9k7t7h823g823g824u80548h3gaq8faq8faq8faq8faw8jaw8jaw8jebe8965d965d965d957j957j957j957j974o975d974oal8fal8fal8fal8fal8fal8fe1bn9o809o8y7v8y7v8y7v4h3q0000000000002l74e83q3q3g6a6a607080cb2l366b5h5h9i8pdlbvdlbvgagadl9f8zdc9f9f9f9feed2eed09c";
// prettier-ignore
export const bold = "3e4t7v999ceg9k4u5d5d7z9o4r6o4r5j9m9797979n9799979a994r4w9o9o9o7zehan9fajaa8n8dapan408ca982d9avaz98b29d9c9iafanesaiaf9g5d5j5d6y6s578a8z8e8z8h5o908v3v3v893vd08v8q8z8z5t7z588v8jc4898l866o5b6o9o3e4t8e93au844u838vd06m9e9o9f696k9o6k6q578y8j4r574r6z9ec1ckd37zananananananekaj8n8n8n8n40404040atavazazazazaz9oazafafafafaf9j9d8a8a8a8a8a8acy8e8h8h8h8h3v3v3v3v8j8v8q8q8q8q8q9o8q8v8v8v8v8l8z8lan8aan8aan8aaj8eaj8eaj8eaj8eaaarat8z8n8h8n8h8n8h8n8h8n8hap90ap90ap90ap90an8vbi8v403v403v403v403v403vcb7q8c3va9898d823v823v825n886e8m3vav8vav8vav8vav8vaz8qaz8qaz8qehe29d5t9d5t9d5t9c7z9c7z9c7z9c7z9i589i6a9i58af8vaf8vaf8vaf8vaf8vaf8vesc4af8laf9g869g869g864x4f0000000000002974e84f4f447p7l798b6re9293x7t65659r94dlcwdlcwgigidl9o9jdy9o9o9o9oewdkewd09c";
