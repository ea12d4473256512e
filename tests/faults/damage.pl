#!/usr/bin/perl
# damage.pl KIND SEED FILE: damages a database, each time in the same way.
#
#   bits     a few bits somewhere
#   region   up to 2 KiB of anything
#   zeroed   a page of zeros
#   swapped  two pages in each other's place
#   cut      cut behind a page
#   web      a table (its name in place of the seed) whose pages lead to each other: rows without end in a small file
use strict;
use warnings;

my ($kind, $seed, $path) = @ARGV;
open my $file, '+<:raw', $path or die "$path: $!";
my $data = do { local $/; <$file> };
my $page = unpack 'n', substr $data, 16, 2;
my $pages = length($data) / $page;
srand($kind eq 'web' ? 1 : $seed);

sub page_at { return substr $data, ($_[0] - 1) * $page, $page }

# An inner page of a table that leads to another again and again.
sub leads_to {
    my ($child) = @_;
    my $count = 300;
    my $cell = pack('N', $child) . "\x81\x00";
    my $start = $page - $count * length $cell;
    my $head = pack 'CnnnCN', 5, 0, $count, $start, 0, $child;
    my $pointers = join '', map { pack 'n', $start + $_ * length $cell } 0 .. $count - 1;
    return $head . $pointers . "\0" x ($start - length($head) - length $pointers) . $cell x $count;
}

my %damage = (
    bits => sub { substr($data, int rand length $data, 1) ^= chr 1 << int rand 8 for 0 .. int rand 8 },
    region => sub { my $at = int rand length $data;
        for my $i ($at .. $at + int rand 2048) { substr($data, $i, 1) = chr int rand 256 if $i < length $data } },
    zeroed => sub { substr($data, int(rand $pages) * $page, $page) = "\0" x $page },
    swapped => sub { my ($one, $other) = map { 1 + int rand $pages } 1, 2; my ($a, $b) = (page_at($one), page_at($other));
        substr($data, ($one - 1) * $page, $page) = $b; substr($data, ($other - 1) * $page, $page) = $a },
    cut => sub { $data = substr $data, 0, $page * (1 + $seed % ($pages - 1)) },
    web => sub {
        my $root = `sqlite3 '$path' "SELECT rootpage FROM sqlite_schema WHERE name = '$seed'"` + 0 or die "no table $seed";
        my $leaf = page_at($root);
        $leaf = page_at(unpack 'N', substr $leaf, 8, 4) while ord $leaf == 5;
        ord $leaf == 13 or die "$seed has no rows";
        my $last = $pages;
        $data .= $leaf;
        $data .= leads_to(++$last) for 1 .. 8;
        substr($data, ($root - 1) * $page, $page) = leads_to($last + 1);
        substr($data, 28, 4) = pack 'N', length($data) / $page;
    },
);
($damage{$kind} or die "no such damage: $kind")->();
seek $file, 0, 0;
truncate $file, 0;
print $file $data;
close $file or die "$path: $!";
