package org.quarry.learning.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.quarry.learning.data.ClassLabel;
import org.quarry.learning.data.DateNumber;
import org.quarry.learning.data.Encoding;
import org.quarry.learning.data.Feature;
import org.quarry.learning.data.Kind;
import org.quarry.learning.data.Missing;
import org.quarry.learning.data.Preparation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Features with what was measured of them, as members of a model's JSON. */
final class PreparationJson {
  private PreparationJson() {}

  /** Writes the members {@code features} and {@code scaling}. */
  static void write(ObjectNode root, Preparation preparation) {
    ArrayNode features = root.putArray("features");
    preparation.encodings().forEach(encoding -> write(features.addObject(), encoding));
    ObjectNode scaling = root.putObject("scaling");
    Members.write(scaling.putArray("means"), preparation.means());
    Members.write(scaling.putArray("deviations"), preparation.deviations());
  }

  private static void write(ObjectNode node, Encoding encoding) {
    Feature feature = encoding.feature();
    node.put("column", feature.name());
    node.put("kind", feature.kind().text());
    if (feature.kind() == Kind.DATE) {
      node.put("number", feature.number().text());
    }
    node.put("missing", feature.missing().text());
    if (feature.kind() == Kind.NOMINAL) {
      Members.write(node.putArray("categories"), feature.categories());
      ArrayNode seen = node.putArray("seen");
      encoding.seen().forEach(seen::add);
    }
    if (!Double.isNaN(encoding.fill())) {
      node.put("fill", encoding.fill());
    }
    node.put("gaps", encoding.gaps());
  }

  /**
   * Reads those members.
   *
   * @throws IllegalArgumentException if they contradict each other
   */
  static Preparation read(JsonNode root) {
    List<Encoding> encodings = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode node : Members.list(root, "features")) {
      Encoding encoding = encoding(node);
      Members.require(
          names.add(encoding.feature().name().toLowerCase(Locale.ROOT)),
          "A feature is named twice.");
      encodings.add(encoding);
    }
    return scaled(root, encodings);
  }

  private static Encoding encoding(JsonNode node) {
    Kind kind = Members.oneOf(node, "kind", Kind.values(), Kind::text);
    List<ClassLabel> categories =
        kind == Kind.NOMINAL ? Members.labels(node, "categories") : List.of();
    Feature feature =
        new Feature(
            Members.text(node, "column"),
            kind,
            kind == Kind.DATE
                ? Members.oneOf(node, "number", DateNumber.values(), DateNumber::text)
                : DateNumber.DAYS,
            Members.oneOf(node, "missing", Missing.values(), Missing::text),
            categories);
    return new Encoding(
        feature,
        node.has("fill") ? Members.number(node, "fill") : Double.NaN,
        kind == Kind.NOMINAL ? Members.wholes(node, "seen") : List.of(),
        Members.truth(node, "gaps"));
  }

  /** Reads what version 1 wrote: names of features that are all numbers, none missing. */
  static Preparation readFirstVersion(JsonNode root) {
    List<String> names = new ArrayList<>();
    for (JsonNode feature : Members.list(root, "features")) {
      Members.require(feature.isString(), "A feature has no name.");
      names.add(feature.stringValue());
    }
    Members.require(new HashSet<>(names).size() == names.size(), "A feature is named twice.");
    return scaled(
        root,
        names.stream()
            .map(name -> new Encoding(Feature.numeric(name), Double.NaN, List.of(), false))
            .toList());
  }

  private static Preparation scaled(JsonNode root, List<Encoding> encodings) {
    Members.require(!encodings.isEmpty(), "It has no features.");
    int width = encodings.stream().mapToInt(Encoding::width).sum();
    JsonNode scaling = Members.object(root, "scaling");
    return Preparation.of(
        encodings,
        Members.numbers(scaling, "means", width),
        Members.numbers(scaling, "deviations", width));
  }
}
